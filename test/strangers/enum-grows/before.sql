create type public.state as enum ('new', 'paid', 'sent', 'lost');
create table public.shipments (id int, state public.state not null default 'new', history public.state[] default '{new}', primary key (id, state)) partition by list (state);
create table public.shipments_open partition of public.shipments for values in ('new', 'paid');
create table public.shipments_done partition of public.shipments for values in ('sent');
create function public.next_state(s public.state) returns public.state language sql immutable return case s when 'new' then 'paid'::public.state else 'sent'::public.state end;
create view public.open as select * from public.shipments where state < 'sent';
create index by_state on public.shipments (public.next_state(state));
insert into public.shipments values (1, 'new'), (2, 'sent');
