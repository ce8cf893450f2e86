insert into pay (id, at) values (1, '2020-02-03');
insert into pay_3 (id, at) values (2, '2020-03-03');
