create unlogged sequence public.s;
create unlogged sequence public.r;
