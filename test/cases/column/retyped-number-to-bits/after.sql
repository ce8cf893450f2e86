create table public.masks (a bit(3), b bit(8), c bit(32));
