create table public.a (id integer primary key, b_id integer);
create table public.b (id integer primary key, a_id integer references public.a);
alter table public.a add foreign key (b_id) references public.b;
