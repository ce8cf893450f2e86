create sequence public.s as bigint;
