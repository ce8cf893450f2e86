-- up
comment on type public.mood is E'It''s \\ mood.';
-- ! breaks_clients
revoke usage on type public.mood from public;
grant usage on type public.mood to anon;

-- down
comment on type public.mood is null;
revoke usage on type public.mood from anon;
-- ! opens_access
grant usage on type public.mood to public;
