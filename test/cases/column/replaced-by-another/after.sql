create table public.price (id integer primary key, cents bigint, constraint price_cents_check check (cents >= 0));
create view public.prices as select id, cents from public.price;
create function public.all_prices() returns setof public.price language sql stable as $$ select id, cents from public.price $$;
