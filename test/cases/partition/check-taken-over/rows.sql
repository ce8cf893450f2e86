insert into ev values (1,'a'),(2,'b');
