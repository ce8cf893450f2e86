-- up
alter foreign data wrapper far
  options (set a '2', add token '(fill in)');

-- down
-- ! data_loss
alter foreign data wrapper far
  options (drop token, set a '1');
