set check_function_bodies = off;
create function next_no() returns int language sql as $$ select coalesce(max(no), 0) + 1 from orders $$;
create table orders (no int default next_no(), note text, constraint c check (next_no() > 0));
create function orders_ok(o orders) returns boolean language sql stable as $$ select o.no in (select no from orders) $$;
alter table orders enable row level security;
create policy p on orders using (orders_ok(orders));
