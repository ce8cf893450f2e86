create table public.r (id integer primary key);
create table public.t (a integer, b integer, c text, constraint t_key primary key (a), constraint positive check (b > 0), constraint t_r foreign key (b) references public.r) partition by range (a);
create table public.t_1 partition of public.t for values from (0) to (10);
create table public.t_2 partition of public.t for values from (10) to (20) partition by range (a);
create table public.t_2_1 partition of public.t_2 for values from (10) to (15);
create index t_b on public.t (b);
create table public.u (x integer, constraint x_check check (x > 0), constraint y_check check (x > 1) no inherit);
create table public.u_1 (constraint x_check check (x > 0)) inherits (public.u);
create table public.u_2 () inherits (public.u_1);
