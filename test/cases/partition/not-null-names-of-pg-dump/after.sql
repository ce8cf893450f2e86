create table pay (id int not null, at date not null) partition by range (at);
create table pay_1 (id int not null, at date not null);
alter table only pay attach partition pay_1 for values from ('2020-01-01') to ('2020-02-01');
create table pay_2 partition of pay for values from ('2020-02-01') to ('2020-03-01');
