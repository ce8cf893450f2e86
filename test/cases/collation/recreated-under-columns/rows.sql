insert into public.t values (1, 'ä', 'ö', array['a', 'ä'], 'z'), (2, 'z', null, null, null);
insert into public.u values (1, 'ä');
