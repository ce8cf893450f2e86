create table pay (id int not null, at date) partition by range (at);
create table pay_1 (id int not null, at date);
alter table pay attach partition pay_1 for values from ('2020-01-01') to ('2020-02-01');
-- on 18 NOT NULL of the partition is its own, too
alter table pay_1 alter id set not null;
create table pay_2 partition of pay for values from ('2020-02-01') to ('2020-03-01');
alter table pay_2 alter id set not null;
create table pay_3 (id int not null, at date);
alter table pay attach partition pay_3 for values from ('2020-03-01') to ('2020-04-01');
alter table pay_3 alter id set not null;
