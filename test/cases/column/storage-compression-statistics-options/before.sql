create table public.t (a text, b text, c text, d text);
