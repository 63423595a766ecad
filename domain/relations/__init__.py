"""How entries of the ledger hang together: what an entry rests on, answers, corrects, pays, sets off."""
