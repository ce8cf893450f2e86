create domain public.amount as integer;
create domain public.amounts as public.amount[];
create table public.sums (id bigint primary key, old_amounts public.amounts, amount public.amount);
insert into public.sums (id, amount) values (1, 2);
