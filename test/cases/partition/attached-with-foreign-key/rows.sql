insert into r values (5); insert into p_1 values (1,5);
