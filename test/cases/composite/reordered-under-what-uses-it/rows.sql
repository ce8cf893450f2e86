insert into public.t values (1, row('x', 1, 'z')), (2, null), (3, row(null, null, null));
insert into public.t values (4);
insert into public.p values (1, row('x', 1, 'k'));
insert into public.heir values (1, row('q', 2, null));
