create type public.mood as enum ('bad', 'good');
comment on type public.mood is 'It''s \ mood.';
revoke usage on type public.mood from public;
grant usage on type public.mood to anon;
