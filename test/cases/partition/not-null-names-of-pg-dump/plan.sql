-- up
create table public.pay (
  id integer not null,
  at date not null
)
partition by range (at);
create table public.pay_1 partition of public.pay
for values from ('2020-01-01') to ('2020-02-01');
create table public.pay_2 partition of public.pay
for values from ('2020-02-01') to ('2020-03-01');

-- down
-- ! data_loss, breaks_clients
drop table public.pay_1;
-- ! data_loss, breaks_clients
drop table public.pay_2;
-- ! data_loss, breaks_clients
drop table public.pay;
