create table p (id int not null, up int, primary key (id)) partition by hash (id);
create table p_0 partition of p for values with (modulus 2, remainder 0);
create table p_1 partition of p for values with (modulus 2, remainder 1);
alter table p add foreign key (up) references p;
