-- Whoever looks a cooperation up reads the ledger itself: nobody read the sheets that were written for every event.
DROP TABLE read_models.sheet;
DELETE FROM read_models.checkpoints WHERE model = 'sheet';
