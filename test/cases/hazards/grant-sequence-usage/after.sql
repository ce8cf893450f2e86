create sequence public.s;
grant usage on sequence public.s to authenticated;
