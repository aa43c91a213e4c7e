"""What sources have in common: lists in JSON, feeds, boards by token; and the spiders that visit."""
