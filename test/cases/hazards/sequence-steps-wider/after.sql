create sequence public.s increment 10 cache 5;
