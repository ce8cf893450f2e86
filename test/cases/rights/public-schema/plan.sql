-- up
-- ! opens_access
grant select, insert, update, delete, truncate, references, trigger, maintain on table public.a to public;

-- down
-- ! breaks_clients
revoke delete, insert, maintain, references, select, trigger, truncate, update on table public.a from public;
