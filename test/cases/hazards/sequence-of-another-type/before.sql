create sequence public.s as integer;
