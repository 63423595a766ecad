"""Reviews: what is known of one, who sits, how votes are counted, what is due."""
