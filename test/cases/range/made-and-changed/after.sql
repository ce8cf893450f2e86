create type public.r as range (subtype = bigint);
create type public.s as range (subtype = text, collation = "C", multirange_type_name = many);
comment on type public.s is 'S';
create table public.t (a public.r);
