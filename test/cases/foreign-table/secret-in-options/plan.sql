-- up
-- ! blocks_reads
alter foreign table public.remote
  options (add key_column 'id', add password '(fill in)');
-- ! blocks_reads
alter foreign table public.remote
  alter column id options (add api_key '(fill in)', add key 'true');

-- down
-- ! blocks_reads
alter foreign table public.remote
  options (drop key_column, drop password),
  alter column id options (drop api_key, drop key);
