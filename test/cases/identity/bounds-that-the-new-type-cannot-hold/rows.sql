insert into public.top values (default), (7);
insert into public.start values (3);
insert into public.falls values (default), (default);
insert into public.small values (default);
insert into public.fits values (default);
