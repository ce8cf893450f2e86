create table p (id int not null, v int, primary key (id)) partition by range (id);
create table p_d partition of p default;
create table p_1 partition of p for values from (1) to (10);
