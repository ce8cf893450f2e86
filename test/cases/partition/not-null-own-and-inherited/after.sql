create table pay (id int, at date) partition by range (at);
create table pay_1 (id int not null, at date not null);
alter table only pay attach partition pay_1 for values from ('2020-01-01') to ('2020-02-01');
alter table pay alter id set not null;
