"""Charts: a table's figures → what is drawn → SVG and PNG, with one style and an alternative text."""
