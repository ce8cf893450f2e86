insert into public.mode values ('a', null);
insert into public.locks values ('a', 'x');
update public.mode set token = 'x';
