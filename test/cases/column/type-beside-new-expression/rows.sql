insert into public.invoices (id, net, number)
values (1, 10.25, 'a1'), (2, 20.5, 'b2');
