"""What sources have in common: lists in JSON, feeds, boards by token; and the spider that visits any of them."""
