create sequence public.s;
