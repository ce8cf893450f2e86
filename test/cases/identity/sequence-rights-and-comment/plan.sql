-- up
comment on sequence public.t_id_seq is 'Numbers.';
-- ! opens_access
grant usage on sequence public.t_id_seq to anon;

-- down
comment on sequence public.t_id_seq is null;
-- ! breaks_clients
revoke usage on sequence public.t_id_seq from anon;
