create table public.price (id integer primary key, euros numeric(10, 2), constraint price_euros_check check (euros >= 0));
create view public.prices as select id, euros from public.price;
create function public.all_prices() returns setof public.price language sql stable as $$ select id, euros from public.price $$;
