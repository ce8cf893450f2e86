create table p (id int not null, k text) partition by list (id);
create table p_1 (id int not null, k text);
create index p_1_k_idx on p_1 (k);
