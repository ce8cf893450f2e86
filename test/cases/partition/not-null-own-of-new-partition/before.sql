create table pay (id int not null, at date) partition by range (at);
create table pay_2 partition of pay for values from ('2020-02-01') to ('2020-03-01');
create table pay_3 (id int not null, at date);
