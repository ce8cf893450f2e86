create sequence public.s as integer increment by -2 minvalue -100 maxvalue -1 start with -3 cache 4 cycle;
comment on sequence public.s is 'S';
