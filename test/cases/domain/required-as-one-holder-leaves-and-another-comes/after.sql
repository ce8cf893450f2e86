create domain public.amount as integer not null check (value > 0);
create table public.sums (id bigint primary key, amount public.amount, new_amounts public.amount[]);
insert into public.sums (id, amount) values (1, 2);
