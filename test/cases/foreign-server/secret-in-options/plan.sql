-- up
alter server far
  options (add api_key '(fill in)', set host 'i', add url '(fill in)');

-- down
-- ! data_loss
alter server far
  options (drop api_key, drop url, set host 'h');
