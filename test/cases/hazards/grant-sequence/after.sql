create sequence public.s;
grant select on sequence public.s to anon;
