create table public.a (id integer primary key, x integer, y integer, unique (x, y));
create table public.b (x integer, y integer, constraint fk foreign key (x, y) references public.a (x, y) match full on update cascade on delete set null deferrable initially deferred);
